"""One visualisation a file: a pure function of network and images."""
