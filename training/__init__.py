"""Makes what the product ships but does not compute: the sentence model and the word lists."""
