enum YAMLRoom {}
