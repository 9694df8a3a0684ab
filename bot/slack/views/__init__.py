"""What people see: pure functions from values to blocks, one module a surface."""
