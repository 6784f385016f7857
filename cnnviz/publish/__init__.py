"""What is made of a finished site: an archive to carry, and lessons on paper."""
