"""The lab: its networks and digits as files for a browser."""
