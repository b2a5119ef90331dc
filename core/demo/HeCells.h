#pragma once

#include "demo/DyeField.h"
#include "demo/HeSection.h"

namespace isostain::demo {

/// How far an object of drawHeCells() may reach from the lattice cell that it is drawn from, pixels.
constexpr int kHeCellReach = 72;

/// Draws mucus vacuoles, nuclei of every kind and red blood cells onto the ground. `sites` covers the field and
/// kHeCellReach + SiteGrid::kStep pixels around it.
void drawHeCells(DyeField& field, const HeSites& sites, const HeArchitecture& architecture);

}
