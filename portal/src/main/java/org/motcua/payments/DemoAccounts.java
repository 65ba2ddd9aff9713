package org.motcua.payments;

import org.motcua.organisation.Agency;
import org.motcua.organisation.AgencyId;
import org.motcua.organisation.DepartmentKind;
import org.motcua.organisation.Organisation;
import org.motcua.organisation.UnitCode;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Accounts of the demo's agencies; all others of the province are paid into the province's. */
@Component("paymentsDemoAccounts")
@ConditionalOnProperty("motcua.demo")
class DemoAccounts implements ApplicationRunner {

  private static final UnitCode PROVINCE = new UnitCode("22");
  private static final UnitCode HONG_HA = new UnitCode("06697");

  private final Organisation organisation;
  private final Beneficiaries beneficiaries;

  DemoAccounts(Organisation organisation, Beneficiaries beneficiaries) {
    this.organisation = organisation;
    this.beneficiaries = beneficiaries;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    organisation.committeeOf(PROVINCE).ifPresent(it -> open(it, "3511.0.1012001"));
    organisation.committeeOf(HONG_HA).ifPresent(it -> open(it, "3511.0.1012345"));
    organisation
        .department(DepartmentKind.SOCIAL_INSURANCE, PROVINCE)
        .ifPresent(it -> open(it, "3511.0.9012022"));
  }

  /** What somebody has changed stays so. */
  private void open(Agency agency, String account) {
    AgencyId id = agency.id();
    if (beneficiaries.own(id).isPresent()) return;
    beneficiaries.set(
        id, new Beneficiary(id.value(), agency.name(), account, "970436"), "system:demo");
  }
}
