"""Fakes that behave: small stand-ins shared by the tests."""
