#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace isostain {

class Settings;

/// The few things to set. Changes take effect with OK.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(Settings& settings, QWidget* parent = nullptr);

    void accept() override;

private:
    Settings& m_settings;
    QComboBox* m_theme;
    QSpinBox* m_cache;
    QSpinBox* m_threads;
    QCheckBox* m_recent;
};

}
