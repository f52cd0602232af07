enum ScanRoom {}
