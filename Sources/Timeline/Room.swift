enum TimelineRoom {}
