output "host" {
  description = "Host name of the writer."
  value       = aws_rds_cluster.this.endpoint
}

output "arn" {
  description = "ARN of the Aurora cluster, known once an instance can be asked."
  value       = aws_rds_cluster.this.arn
  depends_on  = [aws_rds_cluster_instance.this]
}

output "master_secret_arn" {
  description = "ARN of the secret with the master's password, which RDS makes and rotates."
  value       = aws_rds_cluster.this.master_user_secret[0].secret_arn
}
