"""The guide for others: as data, as news, and as trees that other programs draw or have drawn."""
