"""JSON and arrays in, arrays and numbers out: each picks data, network and method."""
