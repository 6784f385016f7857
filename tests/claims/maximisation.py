"""Cases for the claims of lesson 9."""

# For each claim a result that it is true of, and results that it is not true of.
CASES = {}
