// Asks Argo Rollouts itself of the charts: whether it takes each Rollout with what that names, and how it judges canaries
// by what Prometheus' own engine says of them. The controller is not run; this is what it runs.
//
// Usage: rollouts <file of objects>...
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/validation"
	corev1 "k8s.io/api/core/v1"
	"sigs.k8s.io/yaml"
)

// What a chart renders, as far as Argo Rollouts reads it.
type objects struct {
	rollouts  []*v1alpha1.Rollout
	templates map[string]*v1alpha1.AnalysisTemplate
	services  map[string]*corev1.Service
}

func main() {
	accepted, judged, wrong := 0, 0, []string{}
	for _, file := range os.Args[1:] {
		found := read(file)
		name := filepath.Join(filepath.Base(filepath.Dir(file)), filepath.Base(file))
		for _, rollout := range found.rollouts {
			accepted++
			for _, fault := range faults(found, rollout) {
				wrong = append(wrong, fmt.Sprintf("%s: Rollout %s: %s", name, rollout.Name, fault))
			}
			for _, template := range named(found, rollout) {
				for _, one := range canaries {
					judged++
					if said := one.misjudged(template); said != "" {
						wrong = append(wrong, fmt.Sprintf("%s: Rollout %s: %s", name, rollout.Name, said))
					}
				}
			}
		}
		if len(found.rollouts) > 0 {
			wrong = append(wrong, refused(name, found)...)
		}
	}
	for _, line := range wrong {
		fmt.Println(line)
	}
	fmt.Printf("%d Rollouts taken by Argo Rollouts, %d canaries judged by it: %d faults\n", accepted, judged, len(wrong))
	if len(wrong) > 0 || accepted == 0 || judged == 0 {
		os.Exit(1)
	}
}

func read(file string) objects {
	found := objects{templates: map[string]*v1alpha1.AnalysisTemplate{}, services: map[string]*corev1.Service{}}
	text, err := os.ReadFile(file)
	check(err)
	for _, document := range bytes.Split(text, []byte("\n---\n")) {
		kind := struct{ Kind string }{}
		check(yaml.Unmarshal(document, &kind))
		switch kind.Kind {
		case "Rollout":
			found.rollouts = append(found.rollouts, strictly(document, &v1alpha1.Rollout{}))
		case "AnalysisTemplate":
			template := strictly(document, &v1alpha1.AnalysisTemplate{})
			found.templates[template.Name] = template
		case "Service":
			service := strictly(document, &corev1.Service{})
			found.services[service.Name] = service
		}
	}
	return found
}

// What Argo Rollouts has against a Rollout, as its controller looks before it does anything.
func faults(found objects, rollout *v1alpha1.Rollout) []string {
	said := []string{}
	for _, fault := range validation.ValidateRollout(rollout) {
		said = append(said, fault.Error())
	}
	canary := rollout.Spec.Strategy.Canary
	resources := validation.ReferencedResources{}
	for kind, name := range map[validation.ServiceType]string{
		validation.StableService: canary.StableService, validation.CanaryService: canary.CanaryService} {
		if service := found.services[name]; service != nil {
			resources.ServiceWithType = append(resources.ServiceWithType, validation.ServiceWithType{Service: service, Type: kind})
		} else {
			said = append(said, fmt.Sprintf("its %s %s is not there", kind, name))
		}
	}
	for index, step := range canary.Steps {
		if step.Analysis == nil {
			continue
		}
		templates := []*v1alpha1.AnalysisTemplate{}
		for _, reference := range step.Analysis.Templates {
			if template := found.templates[reference.TemplateName]; template != nil {
				templates = append(templates, template.DeepCopy())
			} else {
				said = append(said, "its AnalysisTemplate "+reference.TemplateName+" is not there")
			}
		}
		resources.AnalysisTemplatesWithType = append(resources.AnalysisTemplatesWithType, validation.AnalysisTemplatesWithType{
			AnalysisTemplates: templates, TemplateType: validation.InlineAnalysis, CanaryStepIndex: index, Args: step.Analysis.Args})
	}
	for _, fault := range validation.ValidateRolloutReferencedResources(rollout, resources) {
		said = append(said, fault.Error())
	}
	return said
}

// A Rollout that is wrong on purpose must be refused, or the yes to the others would mean nothing.
func refused(name string, found objects) []string {
	spoilt := found.rollouts[0].DeepCopy()
	spoilt.Spec.Strategy.Canary.CanaryService = spoilt.Spec.Strategy.Canary.StableService
	if len(faults(found, spoilt)) == 0 {
		return []string{name + ": a canary Service that is the stable one is accepted, so this check proves nothing"}
	}
	return nil
}

func named(found objects, rollout *v1alpha1.Rollout) map[string]*v1alpha1.AnalysisTemplate {
	all := map[string]*v1alpha1.AnalysisTemplate{}
	for _, step := range rollout.Spec.Strategy.Canary.Steps {
		if step.Analysis != nil {
			for _, reference := range step.Analysis.Templates {
				if template := found.templates[reference.TemplateName]; template != nil {
					all[template.Name] = template
				}
			}
		}
	}
	return all
}

func strictly[T any](document []byte, into *T) *T {
	check(yaml.UnmarshalStrict(document, into))
	return into
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
