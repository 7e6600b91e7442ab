"""Names, divisions and areas that the packages lack."""
