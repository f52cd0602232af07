enum WizardRoom {}
