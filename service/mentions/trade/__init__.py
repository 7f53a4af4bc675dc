"""Goods as lists of trade, of mines and of collections write them."""
