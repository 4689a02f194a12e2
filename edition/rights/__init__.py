"""What may be done with a text: licences as SPDX has them, and what people say of rights."""
