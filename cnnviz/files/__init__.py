"""Files from elsewhere: where they lie, how they are fetched, verified and unpacked safely."""
