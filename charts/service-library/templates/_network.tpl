{{- define "service.network.namespace" -}}
- {{ .way }}:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ .namespace }}
  ports:
    - {protocol: TCP, port: {{ .port }}}
    {{- if .root.Values.global.mesh.enabled }}
    - {protocol: TCP, port: 15008}
    {{- end }}
{{- end }}

{{- define "service.network.names" -}}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: kube-system
      podSelector:
        matchLabels:
          k8s-app: kube-dns
  ports:
    - {protocol: UDP, port: 53}
    - {protocol: TCP, port: 53}
{{- end }}

{{- define "service.network.addresses" -}}
- to:
    {{- range .cidrs }}
    - ipBlock:
        cidr: {{ . }}
    {{- end }}
  ports:
    - {protocol: TCP, port: {{ .port }}}
{{- end }}

{{- /* What is allowed is listed; both directions being named, everything else is denied. */ -}}
{{- define "service.network" -}}
{{- $platform := .Values.global.platform -}}
{{- $namespaces := $platform.namespaces -}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  podSelector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
  ingress:
    {{- include "service.network.namespace" (dict "root" . "way" "from" "namespace" $namespaces.ingress "port" .Values.port) | nindent 4 }}
    {{- if .Values.global.mesh.enabled }}
    # From here the kubelet's probes come to a pod of the ambient mesh.
    - from:
        - ipBlock:
            cidr: 169.254.7.127/32
      ports:
        - {protocol: TCP, port: {{ .Values.port }}}
    {{- end }}
    {{- if .Values.monitoring }}
    {{- include "service.network.namespace" (dict "root" . "way" "from" "namespace" $namespaces.monitoring "port" .Values.port) | nindent 4 }}
    {{- end }}
  egress:
    {{- include "service.network.names" . | nindent 4 }}
    {{- include "service.network.addresses" (dict "cidrs" $platform.databaseCidrs "port" $platform.databasePort) | nindent 4 }}
    {{- include "service.network.addresses" (dict "cidrs" $platform.kafkaCidrs "port" $platform.kafkaPort) | nindent 4 }}
    {{- include "service.network.namespace" (dict "root" . "way" "to" "namespace" $namespaces.keycloak "port" $platform.keycloakPort) | nindent 4 }}
    {{- include "service.network.namespace" (dict "root" . "way" "to" "namespace" $namespaces.tracing "port" $platform.tracesPort) | nindent 4 }}
    {{- if has "internet" .Values.calls }}
    - to:
        - ipBlock:
            cidr: 0.0.0.0/0
            except: [10.0.0.0/8, 100.64.0.0/10, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]
      ports:
        - {protocol: TCP, port: 443}
    {{- end }}
    {{- if .Values.podIdentity.enabled }}
    - to:
        - ipBlock:
            cidr: 169.254.170.23/32
      ports:
        - {protocol: TCP, port: 80}
    {{- end }}
{{- end }}
