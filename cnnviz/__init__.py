"""See inside convolutional networks: the course, and the generator that makes it."""
