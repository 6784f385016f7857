"""Tables of measured numbers, laid out for readers: one module a lesson."""
