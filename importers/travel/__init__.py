"""Tables of travel times: read → transform → propose, as every format; what comes of it is a setting, no entries."""
