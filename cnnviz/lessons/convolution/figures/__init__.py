"""The drawings of convolution."""
