"""Images and labels as tensors; each data set knows its source, licence and checksum."""
