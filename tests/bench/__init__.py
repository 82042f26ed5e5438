"""What the site weighs, how soon it paints, how the generator grows: `make bench`."""
