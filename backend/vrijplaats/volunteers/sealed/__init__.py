"""What is sealed in a volunteer's file: whom to call when something happens, and the numbers of their passes."""
