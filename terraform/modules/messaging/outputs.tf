output "arn" {
  description = "ARN of the Kafka cluster."
  value       = aws_msk_cluster.this.arn
}

output "bootstrap_servers" {
  description = "Where clients begin, by SCRAM over TLS, as host:port pairs with commas between."
  value       = aws_msk_cluster.this.bootstrap_brokers_sasl_scram
}
