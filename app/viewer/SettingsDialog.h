#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace isostain {

class Settings;

/// Another language builds the windows anew, which would end what runs in them.
enum class LanguageChoice { Free, Locked };

/// The few things to set. Changes take effect with OK.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    SettingsDialog(Settings& settings, LanguageChoice languages, QWidget* parent = nullptr);

    void accept() override;

private:
    QComboBox* makeLanguages(LanguageChoice languages) const;

    Settings& m_settings;
    QComboBox* m_language;
    QComboBox* m_theme;
    QSpinBox* m_cache;
    QSpinBox* m_threads;
    QCheckBox* m_recent;
    QCheckBox* m_session;
};

}
