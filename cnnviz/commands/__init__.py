"""The command line for a picture of your own: one command a method."""
