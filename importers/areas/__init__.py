"""Areas: their outlines, and the postcodes and localities in them."""
