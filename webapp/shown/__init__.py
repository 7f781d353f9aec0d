"""What entries look like to readers: plain values for templates, made from fields once."""
