"""How people get from one actor to the next: ways, dead ends, stations, single points of failure, rounds."""
