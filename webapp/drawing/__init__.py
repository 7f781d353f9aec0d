"""Small drawings made on the server as SVG: areas, and an actor among its neighbours."""
