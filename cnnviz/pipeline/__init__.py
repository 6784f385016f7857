"""The pipeline: a call not yet made, where outcomes are kept, and how they are made."""
