"""Reading: from files to a validated catalogue, and to prose with positions."""
