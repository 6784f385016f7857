"""A drawn car park in PKLot's manner: cameras, ground, cars, weather, and how they are seen."""
