#pragma once

class QDialog;
class QWidget;

namespace isostain {

class ViewerActions;

/// The keys of all commands, and what the mouse does in the view. Belongs to `parent`; deletes itself when closed.
QDialog* makeShortcutsDialog(const ViewerActions& actions, QWidget* parent);

/// What Isostain is, what it is not for, its license and the versions at work. Belongs to `parent`; deletes itself when closed.
QDialog* makeAboutDialog(QWidget* parent);

}
