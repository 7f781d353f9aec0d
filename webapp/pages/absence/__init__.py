"""Who is away until when: entered in a moment, over by itself."""
