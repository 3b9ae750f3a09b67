# What one environment's shop keeps its data in, at the size that its profile says.
module "size" {
  source = "../sizes"
  size   = var.size
}

module "database" {
  source                = "../database"
  name                  = "shop-${var.name}"
  profile               = module.size.profile.database
  vpc_id                = var.vpc_id
  subnets               = var.subnets
  client_security_group = var.client_security_group
  key_arn               = var.key_arn
  backup_days           = var.backup_days
  disposable            = var.disposable
}

module "messaging" {
  source                = "../messaging"
  name                  = "shop-${var.name}"
  profile               = module.size.profile.kafka
  vpc_id                = var.vpc_id
  subnets               = var.subnets
  client_security_group = var.client_security_group
  key_arn               = var.key_arn
}

module "secrets" {
  source            = "../secrets"
  name              = "shop-${var.name}"
  prefix            = "allinone/${var.name}"
  account           = var.account
  services          = module.size.services
  database_arn      = module.database.arn
  master_secret_arn = module.database.master_secret_arn
  kafka_arn         = module.messaging.arn
  key_arn           = var.key_arn
  disposable        = var.disposable
}
