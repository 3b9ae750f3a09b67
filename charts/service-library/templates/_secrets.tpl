{{- define "service.secret.reference" -}}
- secretKey: {{ .name }}
  remoteRef:
    key: {{ .key }}
    property: {{ .property }}
    conversionStrategy: Default
    decodingStrategy: None
    metadataPolicy: None
{{- end }}

{{- define "service.secret.store" -}}
refreshPolicy: Periodic
refreshInterval: 15m0s
secretStoreRef:
  kind: ClusterSecretStore
  name: {{ .Values.global.platform.secretStore }}
{{- end }}

{{- define "service.secrets" -}}
{{- $prefix := printf "%s/%s" .Values.global.platform.secretPrefix .Chart.Name -}}
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  {{- include "service.secret.store" . | nindent 2 }}
  target:
    name: {{ .Chart.Name }}
    creationPolicy: Owner
    deletionPolicy: Retain
    template:
      engineVersion: v2
      mergePolicy: Replace
      type: Opaque
      data:
        QUARKUS_DATASOURCE_USERNAME: {{ "{{ .databaseUsername }}" | quote }}
        QUARKUS_DATASOURCE_PASSWORD: {{ "{{ .databasePassword }}" | quote }}
        KAFKA_SASL_JAAS_CONFIG: {{ "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"{{ .kafkaUsername }}\" password=\"{{ .kafkaPassword }}\";" | squote }}
        {{- range $name, $_ := .Values.secrets }}
        {{ $name }}: {{ printf "{{ .%s }}" $name | quote }}
        {{- end }}
  data:
    {{- include "service.secret.reference" (dict "name" "databaseUsername" "key" (printf "%s/database" $prefix) "property" "username") | nindent 4 }}
    {{- include "service.secret.reference" (dict "name" "databasePassword" "key" (printf "%s/database" $prefix) "property" "password") | nindent 4 }}
    {{- include "service.secret.reference" (dict "name" "kafkaUsername" "key" (printf "%s/kafka" $prefix) "property" "username") | nindent 4 }}
    {{- include "service.secret.reference" (dict "name" "kafkaPassword" "key" (printf "%s/kafka" $prefix) "property" "password") | nindent 4 }}
    {{- range $name, $secret := .Values.secrets }}
    {{- include "service.secret.reference" (dict "name" $name "key" (printf "%s/%s" $prefix $secret.key) "property" $secret.property) | nindent 4 }}
    {{- end }}
{{- end }}
