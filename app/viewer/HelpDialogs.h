#pragma once

class QDialog;
class QWidget;

namespace isostain {

// All belong to `parent` and delete themselves when they are closed. What they show is carried inside the program.

/// What Isostain is, what it is not for, its license and the versions at work.
QDialog* makeAboutDialog(QWidget* parent);

/// The help, in the language that the program speaks.
QDialog* makeHelpWindow(QWidget* parent);

/// The licenses of what Isostain is made of.
QDialog* makeLicenseWindow(QWidget* parent);

}
