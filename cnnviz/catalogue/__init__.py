"""What a lesson may ask for, and the step that makes it. Imports no torch."""
