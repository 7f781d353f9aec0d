"""The page of the figures themselves: how old they are, what they assume, and the button that renews them."""
