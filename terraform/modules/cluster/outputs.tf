output "name" {
  description = "Name of the cluster, known once it can be used."
  value       = aws_eks_cluster.this.name
  depends_on  = [aws_eks_access_policy_association.person]
}

output "endpoint" {
  description = "Address of the API server."
  value       = aws_eks_cluster.this.endpoint
}

output "certificate_authority" {
  description = "Certificate of the API server's authority, in base64."
  value       = aws_eks_cluster.this.certificate_authority[0].data
}

output "security_group" {
  description = "The security group that nodes and pods are in."
  value       = aws_eks_cluster.this.vpc_config[0].cluster_security_group_id
}
