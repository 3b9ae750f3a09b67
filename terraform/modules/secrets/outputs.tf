output "names" {
  description = "Names of the secrets, as charts ask for them."
  value       = sort([for secret in aws_secretsmanager_secret.this : secret.name])
}

output "given_by_hand" {
  description = "Names of the secrets that a person must fill: nobody here can make up what is in them."
  value       = [for name in sort(local.given) : "${var.prefix}/${name}"]
}
