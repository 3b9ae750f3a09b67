variable "size" {
  type        = string
  description = "The profile: S, M or L."
  validation {
    condition     = contains(["S", "M", "L"], var.size)
    error_message = "A size is S, M or L; terraform/sizes.json says what each has."
  }
}
