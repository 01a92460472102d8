"""Question to checked answer: analyse, retrieve, compose, cite."""
