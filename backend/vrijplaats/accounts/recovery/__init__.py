"""Recovery: back in after a lost phone, with the help of somebody who knows who it is."""
